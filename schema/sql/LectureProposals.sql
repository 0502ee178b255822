-- LectureProposals, asked as school-admin: answered by statement
-- Not by statement for staff; auditsDistrict (as privacy-officer); staff + auditsSchool; signed in (as lecturer) (refused)

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.school (School)
-- _l0: School.rooms
-- _l1: School.parentLectures
-- _r1: ParentLecture.schoolClass
-- _r2: ParentLecture.guardian
-- _r3: ParentLecture.decidedBy
-- _r4: ParentLecture.shift
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from room _l0
                    where
                      (
                        _l0."school_id" = _r0.id
                        and _l0.school_id = any ($2::uuid[])
                        and true
                      )
                    order by
                      _l0."name" asc,
                      _l0."id" asc
                    limit $3::int
                  ) _l0
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(json_build_array(_r1."name")::text, -1)
                        from school_class _r1
                        where
                          (
                            _r1.id = _l1."school_class_id"
                            and _r1.school_id = any ($2::uuid[])
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r2."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r2.person_id
                              ),
                              (
                                select coalesce(json_agg(pupil.id), '[]')
                                from
                                  (
                                    select stu.id
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                    where
                                      tie.guardian_id = _r2.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($4::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($5::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r2
                        where
                          (
                            _r2.id = _l1."guardian_id"
                            and exists (
                              select 1
                              from
                                guardianship g
                                join student s on s.id = g.student_id
                              where
                                g.guardian_id = _r2.id
                                and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                and s.school_id = any ($4::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r3."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r3.id = $6::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $7::date)
                                          )
                                          and asg.school_id = any ($2::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r3.id
                                            and asg.school_id = any ($2::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r3.person_id
                              ),
                              _r3."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r3
                        where
                          (
                            _r3.id = _l1."decided_by_id"
                            and (
                              _r3.id = $6::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r3.id
                                  and a.school_id = any ($2::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r4."id"::text || '","' || _r4."status"::text || '","' || _r4."starts_at"::text || '","' || _r4."ends_at"::text || '",' || right(json_build_array(_r4."place")::text, -1)
                        from shift _r4
                        where
                          (
                            _r4.id = _l1."shift_id"
                            and (
                              (
                                _r4.school_id = any ($2::uuid[])
                                and (
                                  _r4.published_at is not null
                                  or (
                                    select act.organiser_id = $6::uuid
                                    from volunteer_activity act
                                    where act.id = _r4.activity_id
                                  )
                                )
                              )
                              or _r4.school_id = any ($4::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."duration_minutes"::text || ',"' || _l1."status"::text || '","' || _l1."proposed_at"::text || '",' || coalesce('"' || _l1."decided_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l1."title",
                          _l1."outline",
                          _l1."preferred_times",
                          _l1."reason",
                          (
                            json_build_object(
                              'status',
                              _l1.status,
                              'own',
                              _l1.guardian_id is not distinct from $8::uuid,
                              'decides',
                              coalesce(
                                (
                                  select cls.school_id = any ($4::uuid[])
                                  from school_class cls
                                  where cls.id = _l1.school_class_id
                                ),
                                false
                              ),
                              'startsAt',
                              (
                                select sft.starts_at
                                from shift sft
                                where sft.id = _l1.shift_id
                              )
                            )
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $9::int
                  ) || ']',
                  case
                    when (_r0.id = any ($4::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $9::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from parent_lecture _l1
                      where
                        (
                          _l1.school_class_id in (
                            select cls.id
                            from school_class cls
                            where cls.school_id = _r0.id
                          )
                          and (
                            (
                              select cls.school_id = any ($4::uuid[])
                              from school_class cls
                              where cls.id = _l1.school_class_id
                            )
                            and (
                              not _l1.status in ('PROPOSED', 'ACCEPTED')
                              or not not exists (
                                select 1
                                from
                                  guardianship tie
                                  join class_membership cms on cms.student_id = tie.student_id
                                  and cms.status = 'ACTIVE'
                                where
                                  tie.guardian_id = _l1.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $7::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $7::date
                                  )
                                  and cms.school_class_id = _l1.school_class_id
                              )
                            )
                          )
                          and true
                        )
                      order by
                        _l1."proposed_at" desc,
                        _l1."id" desc
                      limit ($9::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || ('"' || _r0."id"::text || '"]'),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($10::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _r0: Query.school (School)
-- _l0: School.rooms
-- _l1: School.parentLectures
-- _r1: ParentLecture.schoolClass
-- _r2: ParentLecture.guardian
-- _r3: ParentLecture.decidedBy
-- _r4: ParentLecture.shift
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from room _l0
                    where
                      (
                        _l0."school_id" = _r0.id
                        and _l0.school_id = any ($2::uuid[])
                        and true
                      )
                    order by
                      _l0."name" asc,
                      _l0."id" asc
                    limit $3::int
                  ) _l0
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(json_build_array(_r1."name")::text, -1)
                        from school_class _r1
                        where
                          (
                            _r1.id = _l1."school_class_id"
                            and _r1.school_id = any ($2::uuid[])
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r2."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r2.person_id
                              ),
                              (
                                select coalesce(json_agg(pupil.id), '[]')
                                from
                                  (
                                    select stu.id
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                    where
                                      tie.guardian_id = _r2.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($4::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($5::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r2
                        where
                          (
                            _r2.id = _l1."guardian_id"
                            and exists (
                              select 1
                              from
                                guardianship g
                                join class_membership m on m.student_id = g.student_id
                              where
                                g.guardian_id = _r2.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($5::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r3."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r3.id = $6::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $7::date)
                                          )
                                          and asg.school_id = any ($2::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r3.id
                                            and asg.school_id = any ($2::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r3.person_id
                              ),
                              _r3."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r3
                        where
                          (
                            _r3.id = _l1."decided_by_id"
                            and (
                              _r3.id = $6::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r3.id
                                  and a.school_id = any ($2::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r4."id"::text || '","' || _r4."status"::text || '","' || _r4."starts_at"::text || '","' || _r4."ends_at"::text || '",' || right(json_build_array(_r4."place")::text, -1)
                        from shift _r4
                        where
                          (
                            _r4.id = _l1."shift_id"
                            and (
                              _r4.school_id = any ($2::uuid[])
                              and (
                                _r4.published_at is not null
                                or (
                                  select act.organiser_id = $6::uuid
                                  from volunteer_activity act
                                  where act.id = _r4.activity_id
                                )
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."duration_minutes"::text || ',"' || _l1."status"::text || '","' || _l1."proposed_at"::text || '",' || coalesce('"' || _l1."decided_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l1."title",
                          _l1."outline",
                          _l1."preferred_times",
                          _l1."reason",
                          (
                            json_build_object(
                              'status',
                              _l1.status,
                              'own',
                              _l1.guardian_id is not distinct from $8::uuid,
                              'decides',
                              coalesce(
                                _l1.school_class_id = any (
                                  array(
                                    select asg.school_class_id
                                    from staff_assignment asg
                                    where
                                      asg.staff_id = $6::uuid
                                      and asg.role = 'HOMEROOM_TEACHER'
                                      and asg.ended_at is null
                                      and asg.valid_from <= $7::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $7::date
                                      )
                                  )
                                ),
                                false
                              ),
                              'startsAt',
                              (
                                select sft.starts_at
                                from shift sft
                                where sft.id = _l1.shift_id
                              )
                            )
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $9::int
                  ) || ']',
                  case
                    when (_r0.id = any ($2::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $9::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from parent_lecture _l1
                      where
                        (
                          _l1.school_class_id in (
                            select cls.id
                            from school_class cls
                            where cls.school_id = _r0.id
                          )
                          and (
                            (
                              _l1.status = 'SCHEDULED'
                              and _l1.school_class_id = any ($5::uuid[])
                            )
                            or (
                              _l1.school_class_id = any (
                                array(
                                  select asg.school_class_id
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = $6::uuid
                                    and asg.role = 'HOMEROOM_TEACHER'
                                    and asg.ended_at is null
                                    and asg.valid_from <= $7::date
                                    and (
                                      asg.valid_to is null
                                      or asg.valid_to >= $7::date
                                    )
                                )
                              )
                              and (
                                not _l1.status in ('PROPOSED', 'ACCEPTED')
                                or not not exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join class_membership cms on cms.student_id = tie.student_id
                                    and cms.status = 'ACTIVE'
                                  where
                                    tie.guardian_id = _l1.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $7::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $7::date
                                    )
                                    and cms.school_class_id = _l1.school_class_id
                                )
                              )
                            )
                          )
                          and true
                        )
                      order by
                        _l1."proposed_at" desc,
                        _l1."id" desc
                      limit ($9::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || ('"' || _r0."id"::text || '"]'),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($10::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _r0: Query.school (School)
-- _l0: School.rooms
-- _l1: School.parentLectures
-- _r1: ParentLecture.schoolClass
-- _r2: ParentLecture.guardian
-- _r3: ParentLecture.decidedBy
-- _r4: ParentLecture.shift
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from room _l0
                    where
                      (
                        _l0."school_id" = _r0.id
                        and _r0.district_id = any ($2::uuid[])
                        and true
                      )
                    order by
                      _l0."name" asc,
                      _l0."id" asc
                    limit $3::int
                  ) _l0
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(json_build_array(_r1."name")::text, -1)
                        from school_class _r1
                        where
                          (
                            _r1.id = _l1."school_class_id"
                            and _r1.school_id in (
                              select s.id
                              from school s
                              where s.district_id = any ($2::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select 'null'
                        from guardian _r2
                        where false
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r3."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r3.id = $4::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $5::date)
                                          )
                                          and asg.district_id = any ($2::uuid[])
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r3.id
                                            and asg.district_id = any ($2::uuid[])
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r3.person_id
                              ),
                              _r3."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r3
                        where
                          (
                            _r3.id = _l1."decided_by_id"
                            and (
                              _r3.id = $4::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r3.id
                                  and a.district_id = any ($2::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r4."id"::text || '","' || _r4."status"::text || '","' || _r4."starts_at"::text || '","' || _r4."ends_at"::text || '",' || right(json_build_array(_r4."place")::text, -1)
                        from shift _r4
                        where
                          (
                            _r4.id = _l1."shift_id"
                            and _r4.district_id = any ($2::uuid[])
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."duration_minutes"::text || ',"' || _l1."status"::text || '","' || _l1."proposed_at"::text || '",' || coalesce('"' || _l1."decided_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l1."title",
                          _l1."outline",
                          _l1."preferred_times",
                          _l1."reason",
                          (
                            json_build_object(
                              'status',
                              _l1.status,
                              'own',
                              _l1.guardian_id is not distinct from $6::uuid,
                              'decides',
                              coalesce(
                                (
                                  select
                                    (
                                      cls.school_id in (
                                        select s.id
                                        from school s
                                        where s.district_id = any ($2::uuid[])
                                      )
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $5::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $5::date
                                          )
                                          and asg.school_id = cls.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or (
                                              asg.school_class_id = cls.id
                                              and asg.role = 'HOMEROOM_TEACHER'
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_l1.person_id], null))
                                      )
                                    )
                                  from school_class cls
                                  where cls.id = _l1.school_class_id
                                ),
                                false
                              ),
                              'startsAt',
                              (
                                select sft.starts_at
                                from shift sft
                                where sft.id = _l1.shift_id
                              )
                            )
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $7::int
                  ) || ']',
                  case
                    when (_r0.district_id = any ($2::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $7::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from parent_lecture _l1
                      where
                        (
                          _l1.school_class_id in (
                            select cls.id
                            from school_class cls
                            where cls.school_id = _r0.id
                          )
                          and (
                            (
                              _l1.status = 'SCHEDULED'
                              and (
                                select
                                  cls.school_id in (
                                    select s.id
                                    from school s
                                    where s.district_id = any ($2::uuid[])
                                  )
                                from school_class cls
                                where cls.id = _l1.school_class_id
                              )
                            )
                            or (
                              (
                                _l1.decided_by_id = $4::uuid
                                and _l1.decided_for_district
                              )
                              and (
                                select
                                  cls.school_id in (
                                    select s.id
                                    from school s
                                    where s.district_id = any ($2::uuid[])
                                  )
                                from school_class cls
                                where cls.id = _l1.school_class_id
                              )
                            )
                            or (
                              (
                                select
                                  (
                                    cls.school_id in (
                                      select s.id
                                      from school s
                                      where s.district_id = any ($2::uuid[])
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $5::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $5::date
                                        )
                                        and asg.school_id = cls.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or (
                                            asg.school_class_id = cls.id
                                            and asg.role = 'HOMEROOM_TEACHER'
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_l1.person_id], null))
                                    )
                                  )
                                from school_class cls
                                where cls.id = _l1.school_class_id
                              )
                              and (
                                not _l1.status in ('PROPOSED', 'ACCEPTED')
                                or not not exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join class_membership cms on cms.student_id = tie.student_id
                                    and cms.status = 'ACTIVE'
                                  where
                                    tie.guardian_id = _l1.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $5::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $5::date
                                    )
                                    and cms.school_class_id = _l1.school_class_id
                                )
                              )
                            )
                          )
                          and true
                        )
                      order by
                        _l1."proposed_at" desc,
                        _l1."id" desc
                      limit ($7::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || ('"' || _r0."id"::text || '"]'),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($8::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.school (School)
-- _l0: School.rooms
-- _l1: School.parentLectures
-- _r1: ParentLecture.schoolClass
-- _r2: ParentLecture.guardian
-- _r3: ParentLecture.decidedBy
-- _r4: ParentLecture.shift
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || string_agg(
            '[' || coalesce(
              (
                select '[' || string_agg('["' || _l0."id"::text || '",' || _l0."capacity"::text || ',' || right(json_build_array(_l0."name")::text, -1), ',') || ']'
                from
                  (
                    select _l0.*
                    from room _l0
                    where
                      (
                        _l0."school_id" = _r0.id
                        and (
                          _l0.school_id = any ($2::uuid[])
                          or _l0.school_id = any ($3::uuid[])
                        )
                        and true
                      )
                    order by
                      _l0."name" asc,
                      _l0."id" asc
                    limit $4::int
                  ) _l0
              ),
              'null'
            ) || ',' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select '["' || _r1."id"::text || '",' || _r1."number"::text || ',' || right(json_build_array(_r1."name")::text, -1)
                        from school_class _r1
                        where
                          (
                            _r1.id = _l1."school_class_id"
                            and (
                              _r1.school_id = any ($2::uuid[])
                              or _r1.id = any ($5::uuid[])
                              or _r1.school_id = any ($3::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r2."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r2.person_id
                              ),
                              (
                                select coalesce(json_agg(pupil.id), '[]')
                                from
                                  (
                                    select stu.id
                                    from
                                      guardianship tie
                                      join student stu on stu.id = tie.student_id
                                    where
                                      tie.guardian_id = _r2.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($6::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($7::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r2
                        where
                          (
                            _r2.id = _l1."guardian_id"
                            and (
                              _r2.id = $8::uuid
                              or _r2.id = any (
                                array(
                                  select tie.guardian_id
                                  from
                                    household_student hst
                                    join household_guardian hgd on hgd.household_id = hst.household_id
                                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                                    and tie.student_id = hst.student_id
                                  where
                                    hst.household_id = any ($9::uuid[])
                                    and hst.student_id = any ($10::uuid[])
                                    and tie.status = 'ACTIVE'
                                    and tie.valid_from <= $11::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $11::date
                                    )
                                )
                              )
                              or exists (
                                select 1
                                from
                                  guardianship g
                                  join class_membership m on m.student_id = g.student_id
                                where
                                  g.guardian_id = _r2.id
                                  and g.status in ('ACTIVE', 'PENDING')
                                  and m.school_class_id = any ($7::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '["' || _r3."id"::text || '",' || right(
                            json_build_array(
                              (
                                select
                                  case
                                    when (
                                      _r3.id = $12::uuid
                                      or exists (
                                        select 1
                                        from staff_assignment asg
                                        where
                                          asg.staff_id = _r3.id
                                          and asg.ended_at is null
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= greatest(asg.valid_from, $11::date)
                                          )
                                          and (
                                            asg.school_class_id = any ($5::uuid[])
                                            or asg.school_id = any ($3::uuid[])
                                          )
                                      )
                                    ) then json_build_array(p.name, p.phone)
                                    else json_build_array(
                                      coalesce(
                                        (
                                          select asg.held_as
                                          from staff_assignment asg
                                          where
                                            asg.staff_id = _r3.id
                                            and (
                                              asg.school_class_id = any ($5::uuid[])
                                              or asg.school_id = any ($3::uuid[])
                                            )
                                          order by
                                            asg.valid_to desc nulls first,
                                            asg.id desc
                                          limit 1
                                        ),
                                        p.name
                                      ),
                                      null
                                    )
                                  end
                                from person p
                                where p.id = _r3.person_id
                              ),
                              _r3."staff_number"
                            )::text,
                            -1
                          )
                        from staff _r3
                        where
                          (
                            _r3.id = _l1."decided_by_id"
                            and (
                              _r3.id = $12::uuid
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r3.id
                                  and a.school_class_id = any ($5::uuid[])
                              )
                              or exists (
                                select 1
                                from staff_assignment a
                                where
                                  a.staff_id = _r3.id
                                  and a.school_id = any ($3::uuid[])
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select '["' || _r4."id"::text || '","' || _r4."status"::text || '","' || _r4."starts_at"::text || '","' || _r4."ends_at"::text || '",' || right(json_build_array(_r4."place")::text, -1)
                        from shift _r4
                        where
                          (
                            _r4.id = _l1."shift_id"
                            and (
                              (
                                _r4.published_at is not null
                                and (
                                  _r4.school_id = any ($2::uuid[])
                                  or (
                                    _r4.school_id is null
                                    and _r4.district_id = any ($13::uuid[])
                                  )
                                )
                              )
                              or (
                                _r4.school_id = any ($3::uuid[])
                                and (
                                  _r4.published_at is not null
                                  or (
                                    select act.organiser_id = $12::uuid
                                    from volunteer_activity act
                                    where act.id = _r4.activity_id
                                  )
                                )
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l1."id"::text || '",' || _l1."duration_minutes"::text || ',"' || _l1."status"::text || '","' || _l1."proposed_at"::text || '",' || coalesce('"' || _l1."decided_at"::text || '"', 'null') || ',' || right(
                        json_build_array(
                          _l1."title",
                          _l1."outline",
                          _l1."preferred_times",
                          _l1."reason",
                          (
                            json_build_object(
                              'status',
                              _l1.status,
                              'own',
                              _l1.guardian_id is not distinct from $8::uuid,
                              'decides',
                              coalesce(
                                _l1.school_class_id = any (
                                  array(
                                    select asg.school_class_id
                                    from staff_assignment asg
                                    where
                                      asg.staff_id = $12::uuid
                                      and asg.role = 'HOMEROOM_TEACHER'
                                      and asg.ended_at is null
                                      and asg.valid_from <= $11::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $11::date
                                      )
                                  )
                                ),
                                false
                              ),
                              'startsAt',
                              (
                                select sft.starts_at
                                from shift sft
                                where sft.id = _l1.shift_id
                              )
                            )
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l1._n <= $14::int
                  ) || ']',
                  case
                    when (
                      (
                        _r0.id = any ($2::uuid[])
                        or _r0.id = any ($3::uuid[])
                      )
                    ) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $14::int)::text || ']'
              from
                (
                  select
                    _l1.*,
                    row_number() over () as _n
                  from
                    (
                      select _l1.*
                      from parent_lecture _l1
                      where
                        (
                          _l1.school_class_id in (
                            select cls.id
                            from school_class cls
                            where cls.school_id = _r0.id
                          )
                          and (
                            (
                              _l1.guardian_id = $8::uuid
                              and (
                                _l1.status in ('DECLINED', 'WITHDRAWN', 'CANCELLED')
                                or _l1.school_class_id = any ($5::uuid[])
                              )
                            )
                            or (
                              _l1.status = 'SCHEDULED'
                              and _l1.school_class_id = any ($5::uuid[])
                            )
                            or (
                              _l1.status = 'SCHEDULED'
                              and _l1.school_class_id = any ($7::uuid[])
                            )
                            or (
                              _l1.school_class_id = any (
                                array(
                                  select asg.school_class_id
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = $12::uuid
                                    and asg.role = 'HOMEROOM_TEACHER'
                                    and asg.ended_at is null
                                    and asg.valid_from <= $11::date
                                    and (
                                      asg.valid_to is null
                                      or asg.valid_to >= $11::date
                                    )
                                )
                              )
                              and (
                                not _l1.status in ('PROPOSED', 'ACCEPTED')
                                or not not exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join class_membership cms on cms.student_id = tie.student_id
                                    and cms.status = 'ACTIVE'
                                  where
                                    tie.guardian_id = _l1.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $11::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $11::date
                                    )
                                    and cms.school_class_id = _l1.school_class_id
                                )
                              )
                            )
                          )
                          and true
                        )
                      order by
                        _l1."proposed_at" desc,
                        _l1."id" desc
                      limit ($14::int + 1)
                    ) _l1
                ) _l1
            ) || ',' || ('"' || _r0."id"::text || '"]'),
            ','
          ) || ']'
        from school _r0
        where _r0.id = any ($15::uuid[])
      ),
      'null'
    ) || ']' || ']'
  end;
