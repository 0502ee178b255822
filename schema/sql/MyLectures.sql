-- MyLectures, asked as parent-separated-a: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.parentLectures
-- _r1: ParentLecture.schoolClass
-- _r2: ParentLecture.shift
-- _l1: Guardian.children
-- _r3: Student.currentClass
-- _l2: SchoolClass.parentLectures
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
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school_class _r1
                      where
                        (
                          _r1.id = _l0."school_class_id"
                          and (
                            _r1.school_id = any ($2::uuid[])
                            or _r1.id = any ($3::uuid[])
                          )
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '","' || _r2."status"::text || '","' || _r2."starts_at"::text || '","' || _r2."ends_at"::text || '","' || _r2."signup_opens_at"::text || '","' || _r2."signup_closes_at"::text || '",' || right(json_build_array(_r2."place")::text, -1)
                      from shift _r2
                      where
                        (
                          _r2.id = _l0."shift_id"
                          and (
                            _r2.published_at is not null
                            and (
                              _r2.school_id = any ($2::uuid[])
                              or (
                                _r2.school_id is null
                                and _r2.district_id = any ($4::uuid[])
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '",' || _l0."duration_minutes"::text || ',"' || _l0."status"::text || '","' || _l0."proposed_at"::text || '",' || right(
                      json_build_array(
                        _l0."title",
                        _l0."outline",
                        _l0."preferred_times",
                        _l0."reason",
                        (
                          json_build_object(
                            'status',
                            _l0.status,
                            'own',
                            _l0.guardian_id is not distinct from $5::uuid,
                            'decides',
                            coalesce(false, false),
                            'startsAt',
                            (
                              select sft.starts_at
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                          )
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l0._n <= $6::int
                ) || ']',
                case
                  when (_r0.id = $5::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $6::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from parent_lecture _l0
                    where
                      (
                        _l0."guardian_id" = _r0.id
                        and (
                          (
                            _l0.guardian_id = $5::uuid
                            and (
                              _l0.status in ('DECLINED', 'WITHDRAWN', 'CANCELLED')
                              or _l0.school_class_id = any ($3::uuid[])
                            )
                          )
                          or (
                            _l0.status = 'SCHEDULED'
                            and _l0.school_class_id = any ($3::uuid[])
                          )
                        )
                        and true
                      )
                    order by
                      _l0."proposed_at" desc,
                      _l0."id" desc
                    limit ($6::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select '["' || _r4."id"::text || '","' || _r4."status"::text || '","' || _r4."starts_at"::text || '","' || _r4."ends_at"::text || '","' || _r4."signup_opens_at"::text || '","' || _r4."signup_closes_at"::text || '",' || right(json_build_array(_r4."place")::text, -1)
                                    from shift _r4
                                    where
                                      (
                                        _r4.id = _l2."shift_id"
                                        and (
                                          _r4.published_at is not null
                                          and (
                                            _r4.school_id = any ($2::uuid[])
                                            or (
                                              _r4.school_id is null
                                              and _r4.district_id = any ($4::uuid[])
                                            )
                                          )
                                        )
                                      )
                                  ),
                                  'null'
                                ) || ',' || (
                                  '"' || _l2."id"::text || '",' || right(
                                    json_build_array(
                                      _l2."title",
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _l2.person_id
                                      ),
                                      (false),
                                      (_l2.guardian_id is not distinct from $5::uuid)
                                    )::text,
                                    -1
                                  )
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select _l2.*
                                from parent_lecture _l2
                                where
                                  (
                                    _l2."school_class_id" = _r3.id
                                    and (
                                      (
                                        _l2.guardian_id = $5::uuid
                                        and (
                                          _l2.status in ('DECLINED', 'WITHDRAWN', 'CANCELLED')
                                          or _l2.school_class_id = any ($3::uuid[])
                                        )
                                      )
                                      or (
                                        _l2.status = 'SCHEDULED'
                                        and _l2.school_class_id = any ($3::uuid[])
                                      )
                                    )
                                    and _l2."status" = $7
                                  )
                                order by
                                  _l2."proposed_at" desc,
                                  _l2."id" desc
                                limit $8::int
                              ) _l2
                          ),
                          case
                            when (_r3.id = any ($3::uuid[])) is not true then 'false'
                            else 'null'
                          end
                        ) || ',' || (
                          '"' || _r3."id"::text || '",' || right(
                            json_build_array(
                              _r3."name",
                              (
                                json_build_object(
                                  'inClass',
                                  exists (
                                    select 1
                                    from class_membership cms
                                    where
                                      cms.school_class_id = _r3.id
                                      and cms.status = 'ACTIVE'
                                      and cms.student_id = any ($9::uuid[])
                                  ),
                                  'over',
                                  (
                                    select scy.ends_on < $10::date
                                    from school_year scy
                                    where scy.id = _r3.school_year_id
                                  ),
                                  'suspended',
                                  exists (
                                    select 1
                                    from volunteer_suspension sus
                                    where
                                      sus.person_id = $11::uuid
                                      and (
                                        sus.starts_at <= $12::timestamptz
                                        and sus.ends_at > $12::timestamptz
                                        and sus.lifted_at is null
                                      )
                                      and (
                                        sus.school_id = _r3.school_id
                                        or (
                                          sus.school_id is null
                                          and sus.district_id = (
                                            select sch.district_id
                                            from school sch
                                            where sch.id = _r3.school_id
                                          )
                                        )
                                      )
                                  ),
                                  'open',
                                  (
                                    select count(*)::int
                                    from parent_lecture plc
                                    where
                                      plc.guardian_id = $5::uuid
                                      and plc.school_class_id = _r3.id
                                      and plc.status in ('PROPOSED', 'ACCEPTED')
                                  )
                                )
                              )
                            )::text,
                            -1
                          )
                        )
                      from school_class _r3
                      where
                        (
                          _r3.id in (
                            select m.school_class_id
                            from
                              class_membership m
                              join school_year y on y.id = m.school_year_id
                            where
                              m.student_id = _l1.id
                              and m.status = 'ACTIVE'
                              and $10::date between y.starts_on and y.ends_on
                          )
                          and (
                            _r3.school_id = any ($2::uuid[])
                            or _r3.id = any ($3::uuid[])
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '"]'),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from
                    guardianship _link
                    join student _l1 on _l1.id = _link."student_id"
                  where
                    (
                      (
                        _link."guardian_id" = _r0.id
                        and _link.status = 'ACTIVE'
                        and _link.data_access
                        and _link.valid_from <= $10::date
                        and (
                          _link.valid_to is null
                          or _link.valid_to >= $10::date
                        )
                      )
                      and _l1.id = any ($9::uuid[])
                      and true
                    )
                  order by
                    _l1."name_key" asc,
                    _l1."id" asc
                  limit $13::int
                ) _l1
            ),
            'null'
          ) || ',' || ('"' || _r0."id"::text || '"]')
        from guardian _r0
        where
          (
            _r0.id = $14::uuid
            and (
              _r0.id = $5::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($15::uuid[])
                    and hst.student_id = any ($9::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $10::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $10::date
                    )
                )
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guest; signed in (as lecturer)
-- _r0: Viewer.guardian
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select 'null'
        from guardian _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.parentLectures
-- _r1: ParentLecture.schoolClass
-- _r2: ParentLecture.shift
-- _l1: Guardian.children
-- _r3: Student.currentClass
-- _l2: SchoolClass.parentLectures
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
          '[' || (
            select
              '[' || coalesce(
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from school_class _r1
                      where
                        (
                          _r1.id = _l0."school_class_id"
                          and (
                            _r1.school_id = any ($2::uuid[])
                            or _r1.id = any ($3::uuid[])
                            or _r1.school_id = any ($4::uuid[])
                          )
                        )
                    ),
                    'null'
                  ) || ',' || coalesce(
                    (
                      select '["' || _r2."id"::text || '","' || _r2."status"::text || '","' || _r2."starts_at"::text || '","' || _r2."ends_at"::text || '","' || _r2."signup_opens_at"::text || '","' || _r2."signup_closes_at"::text || '",' || right(json_build_array(_r2."place")::text, -1)
                      from shift _r2
                      where
                        (
                          _r2.id = _l0."shift_id"
                          and (
                            (
                              _r2.published_at is not null
                              and (
                                _r2.school_id = any ($2::uuid[])
                                or (
                                  _r2.school_id is null
                                  and _r2.district_id = any ($5::uuid[])
                                )
                              )
                            )
                            or (
                              _r2.school_id = any ($4::uuid[])
                              and (
                                _r2.published_at is not null
                                or (
                                  select act.organiser_id = $6::uuid
                                  from volunteer_activity act
                                  where act.id = _r2.activity_id
                                )
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '",' || _l0."duration_minutes"::text || ',"' || _l0."status"::text || '","' || _l0."proposed_at"::text || '",' || right(
                      json_build_array(
                        _l0."title",
                        _l0."outline",
                        _l0."preferred_times",
                        _l0."reason",
                        (
                          json_build_object(
                            'status',
                            _l0.status,
                            'own',
                            _l0.guardian_id is not distinct from $7::uuid,
                            'decides',
                            coalesce(
                              _l0.school_class_id = any (
                                array(
                                  select asg.school_class_id
                                  from staff_assignment asg
                                  where
                                    asg.staff_id = $6::uuid
                                    and asg.role = 'HOMEROOM_TEACHER'
                                    and asg.ended_at is null
                                    and asg.valid_from <= $8::date
                                    and (
                                      asg.valid_to is null
                                      or asg.valid_to >= $8::date
                                    )
                                )
                              ),
                              false
                            ),
                            'startsAt',
                            (
                              select sft.starts_at
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                          )
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) filter (
                  where _l0._n <= $9::int
                ) || ']',
                case
                  when (_r0.id = $7::uuid) is not true then 'false'
                  else 'null'
                end
              ) || ',' || (count(*) > $9::int)::text || ']'
            from
              (
                select
                  _l0.*,
                  row_number() over () as _n
                from
                  (
                    select _l0.*
                    from parent_lecture _l0
                    where
                      (
                        _l0."guardian_id" = _r0.id
                        and (
                          (
                            _l0.guardian_id = $7::uuid
                            and (
                              _l0.status in ('DECLINED', 'WITHDRAWN', 'CANCELLED')
                              or _l0.school_class_id = any ($3::uuid[])
                            )
                          )
                          or (
                            _l0.status = 'SCHEDULED'
                            and _l0.school_class_id = any ($3::uuid[])
                          )
                          or (
                            _l0.status = 'SCHEDULED'
                            and _l0.school_class_id = any ($10::uuid[])
                          )
                          or (
                            _l0.school_class_id = any (
                              array(
                                select asg.school_class_id
                                from staff_assignment asg
                                where
                                  asg.staff_id = $6::uuid
                                  and asg.role = 'HOMEROOM_TEACHER'
                                  and asg.ended_at is null
                                  and asg.valid_from <= $8::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $8::date
                                  )
                              )
                            )
                            and (
                              not _l0.status in ('PROPOSED', 'ACCEPTED')
                              or not not exists (
                                select 1
                                from
                                  guardianship tie
                                  join class_membership cms on cms.student_id = tie.student_id
                                  and cms.status = 'ACTIVE'
                                where
                                  tie.guardian_id = _l0.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $8::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $8::date
                                  )
                                  and cms.school_class_id = _l0.school_class_id
                              )
                            )
                          )
                        )
                        and true
                      )
                    order by
                      _l0."proposed_at" desc,
                      _l0."id" desc
                    limit ($9::int + 1)
                  ) _l0
              ) _l0
          ) || ',' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select
                        '[' || coalesce(
                          (
                            select
                              '[' || string_agg(
                                '[' || coalesce(
                                  (
                                    select '["' || _r4."id"::text || '","' || _r4."status"::text || '","' || _r4."starts_at"::text || '","' || _r4."ends_at"::text || '","' || _r4."signup_opens_at"::text || '","' || _r4."signup_closes_at"::text || '",' || right(json_build_array(_r4."place")::text, -1)
                                    from shift _r4
                                    where
                                      (
                                        _r4.id = _l2."shift_id"
                                        and (
                                          (
                                            _r4.published_at is not null
                                            and (
                                              _r4.school_id = any ($2::uuid[])
                                              or (
                                                _r4.school_id is null
                                                and _r4.district_id = any ($5::uuid[])
                                              )
                                            )
                                          )
                                          or (
                                            _r4.school_id = any ($4::uuid[])
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
                                      )
                                  ),
                                  'null'
                                ) || ',' || (
                                  '"' || _l2."id"::text || '",' || right(
                                    json_build_array(
                                      _l2."title",
                                      (
                                        select per.name
                                        from person per
                                        where per.id = _l2.person_id
                                      ),
                                      (
                                        _l2.school_class_id = any (
                                          array(
                                            select asg.school_class_id
                                            from staff_assignment asg
                                            where
                                              asg.staff_id = $6::uuid
                                              and asg.role = 'HOMEROOM_TEACHER'
                                              and asg.ended_at is null
                                              and asg.valid_from <= $8::date
                                              and (
                                                asg.valid_to is null
                                                or asg.valid_to >= $8::date
                                              )
                                          )
                                        )
                                      ),
                                      (_l2.guardian_id is not distinct from $7::uuid)
                                    )::text,
                                    -1
                                  )
                                ),
                                ','
                              ) || ']'
                            from
                              (
                                select _l2.*
                                from parent_lecture _l2
                                where
                                  (
                                    _l2."school_class_id" = _r3.id
                                    and (
                                      (
                                        _l2.guardian_id = $7::uuid
                                        and (
                                          _l2.status in ('DECLINED', 'WITHDRAWN', 'CANCELLED')
                                          or _l2.school_class_id = any ($3::uuid[])
                                        )
                                      )
                                      or (
                                        _l2.status = 'SCHEDULED'
                                        and _l2.school_class_id = any ($3::uuid[])
                                      )
                                      or (
                                        _l2.status = 'SCHEDULED'
                                        and _l2.school_class_id = any ($10::uuid[])
                                      )
                                      or (
                                        _l2.school_class_id = any (
                                          array(
                                            select asg.school_class_id
                                            from staff_assignment asg
                                            where
                                              asg.staff_id = $6::uuid
                                              and asg.role = 'HOMEROOM_TEACHER'
                                              and asg.ended_at is null
                                              and asg.valid_from <= $8::date
                                              and (
                                                asg.valid_to is null
                                                or asg.valid_to >= $8::date
                                              )
                                          )
                                        )
                                        and (
                                          not _l2.status in ('PROPOSED', 'ACCEPTED')
                                          or not not exists (
                                            select 1
                                            from
                                              guardianship tie
                                              join class_membership cms on cms.student_id = tie.student_id
                                              and cms.status = 'ACTIVE'
                                            where
                                              tie.guardian_id = _l2.guardian_id
                                              and tie.status = 'ACTIVE'
                                              and tie.data_access
                                              and tie.valid_from <= $8::date
                                              and (
                                                tie.valid_to is null
                                                or tie.valid_to >= $8::date
                                              )
                                              and cms.school_class_id = _l2.school_class_id
                                          )
                                        )
                                      )
                                    )
                                    and _l2."status" = $11
                                  )
                                order by
                                  _l2."proposed_at" desc,
                                  _l2."id" desc
                                limit $12::int
                              ) _l2
                          ),
                          case
                            when (
                              (
                                _r3.id = any ($3::uuid[])
                                or _r3.id = any ($10::uuid[])
                              )
                            ) is not true then 'false'
                            else 'null'
                          end
                        ) || ',' || (
                          '"' || _r3."id"::text || '",' || right(
                            json_build_array(
                              _r3."name",
                              (
                                json_build_object(
                                  'inClass',
                                  exists (
                                    select 1
                                    from class_membership cms
                                    where
                                      cms.school_class_id = _r3.id
                                      and cms.status = 'ACTIVE'
                                      and cms.student_id = any ($13::uuid[])
                                  ),
                                  'over',
                                  (
                                    select scy.ends_on < $8::date
                                    from school_year scy
                                    where scy.id = _r3.school_year_id
                                  ),
                                  'suspended',
                                  exists (
                                    select 1
                                    from volunteer_suspension sus
                                    where
                                      sus.person_id = $14::uuid
                                      and (
                                        sus.starts_at <= $15::timestamptz
                                        and sus.ends_at > $15::timestamptz
                                        and sus.lifted_at is null
                                      )
                                      and (
                                        sus.school_id = _r3.school_id
                                        or (
                                          sus.school_id is null
                                          and sus.district_id = (
                                            select sch.district_id
                                            from school sch
                                            where sch.id = _r3.school_id
                                          )
                                        )
                                      )
                                  ),
                                  'open',
                                  (
                                    select count(*)::int
                                    from parent_lecture plc
                                    where
                                      plc.guardian_id = $7::uuid
                                      and plc.school_class_id = _r3.id
                                      and plc.status in ('PROPOSED', 'ACCEPTED')
                                  )
                                )
                              )
                            )::text,
                            -1
                          )
                        )
                      from school_class _r3
                      where
                        (
                          _r3.id in (
                            select m.school_class_id
                            from
                              class_membership m
                              join school_year y on y.id = m.school_year_id
                            where
                              m.student_id = _l1.id
                              and m.status = 'ACTIVE'
                              and $8::date between y.starts_on and y.ends_on
                          )
                          and (
                            _r3.school_id = any ($2::uuid[])
                            or _r3.id = any ($3::uuid[])
                            or _r3.school_id = any ($4::uuid[])
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _l1."id"::text || '"]'),
                  ','
                ) || ']'
              from
                (
                  select _l1.*
                  from
                    guardianship _link
                    join student _l1 on _l1.id = _link."student_id"
                  where
                    (
                      (
                        _link."guardian_id" = _r0.id
                        and _link.status = 'ACTIVE'
                        and _link.data_access
                        and _link.valid_from <= $8::date
                        and (
                          _link.valid_to is null
                          or _link.valid_to >= $8::date
                        )
                      )
                      and (
                        _l1.id = any ($13::uuid[])
                        or exists (
                          select 1
                          from class_membership m
                          where
                            m.student_id = _l1.id
                            and m.school_class_id = any ($10::uuid[])
                            and m.status = 'ACTIVE'
                        )
                      )
                      and true
                    )
                  order by
                    _l1."name_key" asc,
                    _l1."id" asc
                  limit $16::int
                ) _l1
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select coalesce(json_agg(pupil.id), '[]')
                  from
                    (
                      select stu.id
                      from
                        guardianship tie
                        join student stu on stu.id = tie.student_id
                      where
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($17::uuid[])
                          or exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = stu.id
                              and m.school_class_id = any ($10::uuid[])
                              and m.status = 'ACTIVE'
                          )
                        )
                    ) pupil (id)
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $18::uuid
            and (
              _r0.id = $7::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($19::uuid[])
                    and hst.student_id = any ($13::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $8::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $8::date
                    )
                )
              )
              or exists (
                select 1
                from
                  guardianship g
                  join class_membership m on m.student_id = g.student_id
                where
                  g.guardian_id = _r0.id
                  and g.status in ('ACTIVE', 'PENDING')
                  and m.school_class_id = any ($10::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
