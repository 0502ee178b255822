-- PendingGuardianships, asked as teacher: answered by statement
-- Not by statement for staff; district + auditsDistrict (as district-admin); staff + auditsSchool (refused)

-- the whole query, for teacher + staff (as teacher)
-- _r0: Query.schoolClass (SchoolClass)
-- _l0: SchoolClass.pendingGuardianships
-- _r1: Guardianship.guardian
-- _r2: Guardianship.student
-- _l1: Student.guardianships
-- _r3: Guardianship.guardian
-- _l2: Student.households
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
            '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r1."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r1.person_id
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
                                      tie.guardian_id = _r1.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($2::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($3::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r1
                        where
                          (
                            _r1.id = _l0."guardian_id"
                            and exists (
                              select 1
                              from
                                guardianship g
                                join class_membership m on m.student_id = g.student_id
                              where
                                g.guardian_id = _r1.id
                                and g.status in ('ACTIVE', 'PENDING')
                                and m.school_class_id = any ($3::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '[' || coalesce(
                                    (
                                      select
                                        '["' || _r3."id"::text || '",' || right(
                                          json_build_array(
                                            (
                                              select json_build_array(p.name, p.phone, p.phone_verified_at)
                                              from person p
                                              where p.id = _r3.person_id
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
                                                    tie.guardian_id = _r3.id
                                                    and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                                    and (
                                                      stu.school_id = any ($2::uuid[])
                                                      or exists (
                                                        select 1
                                                        from class_membership m
                                                        where
                                                          m.student_id = stu.id
                                                          and m.school_class_id = any ($3::uuid[])
                                                          and m.status = 'ACTIVE'
                                                      )
                                                    )
                                                ) pupil (id)
                                            )
                                          )::text,
                                          -1
                                        )
                                      from guardian _r3
                                      where
                                        (
                                          _r3.id = _l1."guardian_id"
                                          and exists (
                                            select 1
                                            from
                                              guardianship g
                                              join class_membership m on m.student_id = g.student_id
                                            where
                                              g.guardian_id = _r3.id
                                              and g.status in ('ACTIVE', 'PENDING')
                                              and m.school_class_id = any ($3::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                    ),
                                    'null'
                                  ) || ',' || (
                                    '"' || _l1."id"::text || '","' || _l1."relation"::text || '","' || _l1."status"::text || '",' || right(
                                      json_build_array(
                                        (
                                          select coalesce(json_agg(pupil.id), '[]')
                                          from
                                            (
                                              select _l1.student_id
                                            ) pupil (id)
                                        )
                                      )::text,
                                      -1
                                    )
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l1.*
                                  from guardianship _l1
                                  where
                                    (
                                      _l1."student_id" = _r2.id
                                      and exists (
                                        select 1
                                        from class_membership m
                                        where
                                          m.student_id = _l1.student_id
                                          and m.school_class_id = any ($3::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."valid_from" desc,
                                    _l1."id" desc
                                  limit $4::int
                                ) _l1
                            ),
                            case
                              when (
                                exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = _r2.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              ) is not true then 'false'
                              else 'null'
                            end
                          ) || ',' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l2."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        coalesce(
                                          (
                                            select
                                              string_agg(
                                                stu.name,
                                                '、'
                                                order by stu.id
                                              )
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _l2.id
                                              and exists (
                                                select 1
                                                from class_membership m
                                                where
                                                  m.student_id = stu.id
                                                  and m.school_class_id = any ($3::uuid[])
                                                  and m.status = 'ACTIVE'
                                              )
                                          ) || '家',
                                          '家庭'
                                        )
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _l2.id
                                              and (
                                                stu.school_id = any ($2::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($3::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l2.*
                                  from
                                    household_student _link
                                    join household _l2 on _l2.id = _link."household_id"
                                  where
                                    (
                                      _link."student_id" = _r2.id
                                      and exists (
                                        select 1
                                        from
                                          household_student hs
                                          join class_membership m on m.student_id = hs.student_id
                                        where
                                          hs.household_id = _l2.id
                                          and m.school_class_id = any ($3::uuid[])
                                          and m.status = 'ACTIVE'
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."created_at" asc,
                                    _l2."id" asc
                                  limit $5::int
                                ) _l2
                            ),
                            case
                              when (
                                exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = _r2.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              ) is not true then 'false'
                              else 'null'
                            end
                          ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1))
                        from student _r2
                        where
                          (
                            _r2.id = _l0."student_id"
                            and exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _r2.id
                                and m.school_class_id = any ($3::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."relation"::text || '",' || _l0."lives_apart"::text || ',"' || _l0."created_at"::text || '",' || coalesce('"' || _l0."recovered_at"::text || '"', 'null') || ',' || _l0."legal"::text || ',' || _l0."primary_contact"::text || ',' || right(
                        json_build_array(
                          (
                            (
                              exists (
                                select 1
                                from class_membership m
                                where
                                  m.student_id = _l0.student_id
                                  and m.school_class_id = any ($3::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                              and not exists (
                                select 1
                                from
                                  guardian gua
                                  join guardianship own on own.guardian_id = gua.id
                                where
                                  gua.person_id = any ($6::uuid[])
                                  and own.student_id = _l0.student_id
                                  and own.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              )
                            )
                          ),
                          _l0."code_ending",
                          _l0."requested_name",
                          _l0."valid_from"::text,
                          (
                            select coalesce(json_agg(pupil.id), '[]')
                            from
                              (
                                select _l0.student_id
                              ) pupil (id)
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $7::int
                  ) || ']',
                  case
                    when (_r0.id = any ($3::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $7::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from guardianship _l0
                      where
                        (
                          _l0.student_id in (
                            select mem.student_id
                            from class_membership mem
                            where
                              mem.school_class_id = _r0.id
                              and mem.status = 'ACTIVE'
                          )
                          and exists (
                            select 1
                            from class_membership m
                            where
                              m.student_id = _l0.student_id
                              and m.school_class_id = any ($3::uuid[])
                              and m.status = 'ACTIVE'
                          )
                          and _l0.status = 'PENDING'
                          and true
                        )
                      order by
                        _l0."valid_from" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school_class _r0
        where
          (
            _r0.id = any ($8::uuid[])
            and _r0.school_id = any ($9::uuid[])
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _r0: Query.schoolClass (SchoolClass)
-- _l0: SchoolClass.pendingGuardianships
-- _r1: Guardianship.guardian
-- _r2: Guardianship.student
-- _l1: Student.guardianships
-- _r3: Guardianship.guardian
-- _l2: Student.households
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
            '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r1."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r1.person_id
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
                                      tie.guardian_id = _r1.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($2::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($3::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r1
                        where
                          (
                            _r1.id = _l0."guardian_id"
                            and exists (
                              select 1
                              from
                                guardianship g
                                join student s on s.id = g.student_id
                              where
                                g.guardian_id = _r1.id
                                and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                and s.school_id = any ($2::uuid[])
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '[' || coalesce(
                                    (
                                      select
                                        '["' || _r3."id"::text || '",' || right(
                                          json_build_array(
                                            (
                                              select json_build_array(p.name, p.phone, p.phone_verified_at)
                                              from person p
                                              where p.id = _r3.person_id
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
                                                    tie.guardian_id = _r3.id
                                                    and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                                    and (
                                                      stu.school_id = any ($2::uuid[])
                                                      or exists (
                                                        select 1
                                                        from class_membership m
                                                        where
                                                          m.student_id = stu.id
                                                          and m.school_class_id = any ($3::uuid[])
                                                          and m.status = 'ACTIVE'
                                                      )
                                                    )
                                                ) pupil (id)
                                            )
                                          )::text,
                                          -1
                                        )
                                      from guardian _r3
                                      where
                                        (
                                          _r3.id = _l1."guardian_id"
                                          and exists (
                                            select 1
                                            from
                                              guardianship g
                                              join student s on s.id = g.student_id
                                            where
                                              g.guardian_id = _r3.id
                                              and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                              and s.school_id = any ($2::uuid[])
                                          )
                                        )
                                    ),
                                    'null'
                                  ) || ',' || (
                                    '"' || _l1."id"::text || '","' || _l1."relation"::text || '","' || _l1."status"::text || '",' || right(
                                      json_build_array(
                                        (
                                          select coalesce(json_agg(pupil.id), '[]')
                                          from
                                            (
                                              select _l1.student_id
                                            ) pupil (id)
                                        )
                                      )::text,
                                      -1
                                    )
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l1.*
                                  from guardianship _l1
                                  where
                                    (
                                      _l1."student_id" = _r2.id
                                      and _l1.student_id in (
                                        select s.id
                                        from student s
                                        where s.school_id = any ($2::uuid[])
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."valid_from" desc,
                                    _l1."id" desc
                                  limit $4::int
                                ) _l1
                            ),
                            case
                              when (_r2.school_id = any ($2::uuid[])) is not true then 'false'
                              else 'null'
                            end
                          ) || ',' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l2."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        coalesce(
                                          (
                                            select
                                              string_agg(
                                                stu.name,
                                                '、'
                                                order by stu.id
                                              )
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _l2.id
                                              and stu.school_id = any ($2::uuid[])
                                          ) || '家',
                                          '家庭'
                                        )
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _l2.id
                                              and (
                                                stu.school_id = any ($2::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($3::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l2.*
                                  from
                                    household_student _link
                                    join household _l2 on _l2.id = _link."household_id"
                                  where
                                    (
                                      _link."student_id" = _r2.id
                                      and exists (
                                        select 1
                                        from
                                          household_student hs
                                          join student s on s.id = hs.student_id
                                        where
                                          hs.household_id = _l2.id
                                          and s.school_id = any ($2::uuid[])
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."created_at" asc,
                                    _l2."id" asc
                                  limit $5::int
                                ) _l2
                            ),
                            case
                              when (_r2.school_id = any ($2::uuid[])) is not true then 'false'
                              else 'null'
                            end
                          ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1))
                        from student _r2
                        where
                          (
                            _r2.id = _l0."student_id"
                            and _r2.school_id = any ($2::uuid[])
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."relation"::text || '",' || _l0."lives_apart"::text || ',"' || _l0."created_at"::text || '",' || coalesce('"' || _l0."recovered_at"::text || '"', 'null') || ',' || _l0."legal"::text || ',' || _l0."primary_contact"::text || ',' || right(
                        json_build_array(
                          (
                            (
                              _l0.student_id in (
                                select s.id
                                from student s
                                where s.school_id = any ($2::uuid[])
                              )
                              and not exists (
                                select 1
                                from
                                  guardian gua
                                  join guardianship own on own.guardian_id = gua.id
                                where
                                  gua.person_id = any ($6::uuid[])
                                  and own.student_id = _l0.student_id
                                  and own.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              )
                            )
                          ),
                          _l0."code_ending",
                          _l0."requested_name",
                          _l0."valid_from"::text,
                          (
                            select coalesce(json_agg(pupil.id), '[]')
                            from
                              (
                                select _l0.student_id
                              ) pupil (id)
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $7::int
                  ) || ']',
                  case
                    when (_r0.school_id = any ($2::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $7::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from guardianship _l0
                      where
                        (
                          _l0.student_id in (
                            select mem.student_id
                            from class_membership mem
                            where
                              mem.school_class_id = _r0.id
                              and mem.status = 'ACTIVE'
                          )
                          and _l0.student_id in (
                            select s.id
                            from student s
                            where s.school_id = any ($2::uuid[])
                          )
                          and _l0.status = 'PENDING'
                          and true
                        )
                      order by
                        _l0."valid_from" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school_class _r0
        where
          (
            _r0.id = any ($8::uuid[])
            and _r0.school_id = any ($9::uuid[])
          )
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _r0: Query.schoolClass (SchoolClass)
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select '[' || string_agg('null', ',') || ']'
        from school_class _r0
        where false
      ),
      'null'
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _r0: Query.schoolClass (SchoolClass)
-- _l0: SchoolClass.pendingGuardianships
-- _r1: Guardianship.guardian
-- _r2: Guardianship.student
-- _l1: Student.guardianships
-- _r3: Guardianship.guardian
-- _l2: Student.households
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
            '[' || (
              select
                '[' || coalesce(
                  '[' || string_agg(
                    '[' || coalesce(
                      (
                        select
                          '["' || _r1."id"::text || '",' || right(
                            json_build_array(
                              (
                                select json_build_array(p.name, p.phone, p.phone_verified_at)
                                from person p
                                where p.id = _r1.person_id
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
                                      tie.guardian_id = _r1.id
                                      and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                      and (
                                        stu.school_id = any ($2::uuid[])
                                        or exists (
                                          select 1
                                          from class_membership m
                                          where
                                            m.student_id = stu.id
                                            and m.school_class_id = any ($3::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                  ) pupil (id)
                              )
                            )::text,
                            -1
                          )
                        from guardian _r1
                        where
                          (
                            _r1.id = _l0."guardian_id"
                            and (
                              _r1.id = $4::uuid
                              or _r1.id = any (
                                array(
                                  select tie.guardian_id
                                  from
                                    household_student hst
                                    join household_guardian hgd on hgd.household_id = hst.household_id
                                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                                    and tie.student_id = hst.student_id
                                  where
                                    hst.household_id = any ($5::uuid[])
                                    and hst.student_id = any ($6::uuid[])
                                    and tie.status = 'ACTIVE'
                                    and tie.valid_from <= $7::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $7::date
                                    )
                                )
                              )
                              or exists (
                                select 1
                                from
                                  guardianship g
                                  join class_membership m on m.student_id = g.student_id
                                where
                                  g.guardian_id = _r1.id
                                  and g.status in ('ACTIVE', 'PENDING')
                                  and m.school_class_id = any ($3::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || coalesce(
                      (
                        select
                          '[' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '[' || coalesce(
                                    (
                                      select
                                        '["' || _r3."id"::text || '",' || right(
                                          json_build_array(
                                            (
                                              select json_build_array(p.name, p.phone, p.phone_verified_at)
                                              from person p
                                              where p.id = _r3.person_id
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
                                                    tie.guardian_id = _r3.id
                                                    and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                                    and (
                                                      stu.school_id = any ($2::uuid[])
                                                      or exists (
                                                        select 1
                                                        from class_membership m
                                                        where
                                                          m.student_id = stu.id
                                                          and m.school_class_id = any ($3::uuid[])
                                                          and m.status = 'ACTIVE'
                                                      )
                                                    )
                                                ) pupil (id)
                                            )
                                          )::text,
                                          -1
                                        )
                                      from guardian _r3
                                      where
                                        (
                                          _r3.id = _l1."guardian_id"
                                          and (
                                            _r3.id = $4::uuid
                                            or _r3.id = any (
                                              array(
                                                select tie.guardian_id
                                                from
                                                  household_student hst
                                                  join household_guardian hgd on hgd.household_id = hst.household_id
                                                  join guardianship tie on tie.guardian_id = hgd.guardian_id
                                                  and tie.student_id = hst.student_id
                                                where
                                                  hst.household_id = any ($5::uuid[])
                                                  and hst.student_id = any ($6::uuid[])
                                                  and tie.status = 'ACTIVE'
                                                  and tie.valid_from <= $7::date
                                                  and (
                                                    tie.valid_to is null
                                                    or tie.valid_to >= $7::date
                                                  )
                                              )
                                            )
                                            or exists (
                                              select 1
                                              from
                                                guardianship g
                                                join class_membership m on m.student_id = g.student_id
                                              where
                                                g.guardian_id = _r3.id
                                                and g.status in ('ACTIVE', 'PENDING')
                                                and m.school_class_id = any ($3::uuid[])
                                                and m.status = 'ACTIVE'
                                            )
                                          )
                                        )
                                    ),
                                    'null'
                                  ) || ',' || (
                                    '"' || _l1."id"::text || '","' || _l1."relation"::text || '","' || _l1."status"::text || '",' || right(
                                      json_build_array(
                                        (
                                          select coalesce(json_agg(pupil.id), '[]')
                                          from
                                            (
                                              select _l1.student_id
                                            ) pupil (id)
                                        )
                                      )::text,
                                      -1
                                    )
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l1.*
                                  from guardianship _l1
                                  where
                                    (
                                      _l1."student_id" = _r2.id
                                      and (
                                        _l1.guardian_id = $4::uuid
                                        or (
                                          _l1.student_id = any ($6::uuid[])
                                          or exists (
                                            select 1
                                            from class_membership m
                                            where
                                              m.student_id = _l1.student_id
                                              and m.school_class_id = any ($3::uuid[])
                                              and m.status = 'ACTIVE'
                                          )
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l1."valid_from" desc,
                                    _l1."id" desc
                                  limit $8::int
                                ) _l1
                            ),
                            case
                              when (
                                (
                                  _r2.id = any ($6::uuid[])
                                  or exists (
                                    select 1
                                    from class_membership m
                                    where
                                      m.student_id = _r2.id
                                      and m.school_class_id = any ($3::uuid[])
                                      and m.status = 'ACTIVE'
                                  )
                                )
                              ) is not true then 'false'
                              else 'null'
                            end
                          ) || ',' || coalesce(
                            (
                              select
                                '[' || string_agg(
                                  '["' || _l2."id"::text || '",' || right(
                                    json_build_array(
                                      (
                                        coalesce(
                                          (
                                            select
                                              string_agg(
                                                stu.name,
                                                '、'
                                                order by stu.id
                                              )
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _l2.id
                                              and (
                                                stu.id = any ($6::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($3::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) || '家',
                                          '家庭'
                                        )
                                      ),
                                      (
                                        select coalesce(json_agg(pupil.id), '[]')
                                        from
                                          (
                                            select stu.id
                                            from
                                              household_student hst
                                              join student stu on stu.id = hst.student_id
                                            where
                                              hst.household_id = _l2.id
                                              and (
                                                stu.school_id = any ($2::uuid[])
                                                or exists (
                                                  select 1
                                                  from class_membership m
                                                  where
                                                    m.student_id = stu.id
                                                    and m.school_class_id = any ($3::uuid[])
                                                    and m.status = 'ACTIVE'
                                                )
                                              )
                                          ) pupil (id)
                                      )
                                    )::text,
                                    -1
                                  ),
                                  ','
                                ) || ']'
                              from
                                (
                                  select _l2.*
                                  from
                                    household_student _link
                                    join household _l2 on _l2.id = _link."household_id"
                                  where
                                    (
                                      _link."student_id" = _r2.id
                                      and (
                                        _l2.id = any ($5::uuid[])
                                        or exists (
                                          select 1
                                          from
                                            household_student hs
                                            join class_membership m on m.student_id = hs.student_id
                                          where
                                            hs.household_id = _l2.id
                                            and m.school_class_id = any ($3::uuid[])
                                            and m.status = 'ACTIVE'
                                        )
                                      )
                                      and true
                                    )
                                  order by
                                    _l2."created_at" asc,
                                    _l2."id" asc
                                  limit $9::int
                                ) _l2
                            ),
                            case
                              when (
                                (
                                  _r2.id = any ($6::uuid[])
                                  or exists (
                                    select 1
                                    from class_membership m
                                    where
                                      m.student_id = _r2.id
                                      and m.school_class_id = any ($3::uuid[])
                                      and m.status = 'ACTIVE'
                                  )
                                )
                              ) is not true then 'false'
                              else 'null'
                            end
                          ) || ',' || ('"' || _r2."id"::text || '",' || right(json_build_array(_r2."name")::text, -1))
                        from student _r2
                        where
                          (
                            _r2.id = _l0."student_id"
                            and (
                              _r2.id = any ($6::uuid[])
                              or exists (
                                select 1
                                from class_membership m
                                where
                                  m.student_id = _r2.id
                                  and m.school_class_id = any ($3::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                      ),
                      'null'
                    ) || ',' || (
                      '"' || _l0."id"::text || '","' || _l0."relation"::text || '",' || _l0."lives_apart"::text || ',"' || _l0."created_at"::text || '",' || coalesce('"' || _l0."recovered_at"::text || '"', 'null') || ',' || _l0."legal"::text || ',' || _l0."primary_contact"::text || ',' || right(
                        json_build_array(
                          (
                            (
                              (
                                exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = _l0.student_id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                                and _l0.guardian_id is distinct from $4::uuid
                                and not exists (
                                  select 1
                                  from
                                    guardian gua
                                    join guardianship own on own.guardian_id = gua.id
                                  where
                                    gua.person_id = any ($10::uuid[])
                                    and own.student_id = _l0.student_id
                                    and own.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                                )
                              )
                              or _l0.guardian_id = $4::uuid
                            )
                          ),
                          _l0."code_ending",
                          _l0."requested_name",
                          _l0."valid_from"::text,
                          (
                            select coalesce(json_agg(pupil.id), '[]')
                            from
                              (
                                select _l0.student_id
                              ) pupil (id)
                          )
                        )::text,
                        -1
                      )
                    ),
                    ','
                  ) filter (
                    where _l0._n <= $11::int
                  ) || ']',
                  case
                    when (_r0.id = any ($3::uuid[])) is not true then 'false'
                    else 'null'
                  end
                ) || ',' || (count(*) > $11::int)::text || ']'
              from
                (
                  select
                    _l0.*,
                    row_number() over () as _n
                  from
                    (
                      select _l0.*
                      from guardianship _l0
                      where
                        (
                          _l0.student_id in (
                            select mem.student_id
                            from class_membership mem
                            where
                              mem.school_class_id = _r0.id
                              and mem.status = 'ACTIVE'
                          )
                          and (
                            _l0.guardian_id = $4::uuid
                            or (
                              _l0.student_id = any ($6::uuid[])
                              or exists (
                                select 1
                                from class_membership m
                                where
                                  m.student_id = _l0.student_id
                                  and m.school_class_id = any ($3::uuid[])
                                  and m.status = 'ACTIVE'
                              )
                            )
                          )
                          and _l0.status = 'PENDING'
                          and true
                        )
                      order by
                        _l0."valid_from" desc,
                        _l0."id" desc
                      limit ($11::int + 1)
                    ) _l0
                ) _l0
            ) || ',' || ('"' || _r0."id"::text || '",' || right(json_build_array(_r0."name")::text, -1)),
            ','
          ) || ']'
        from school_class _r0
        where
          (
            _r0.id = any ($12::uuid[])
            and (
              _r0.school_id = any ($13::uuid[])
              or _r0.id = any ($14::uuid[])
              or _r0.school_id = any ($15::uuid[])
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
