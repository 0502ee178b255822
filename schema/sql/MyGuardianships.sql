-- MyGuardianships, asked as parent: answered by statement

-- the whole query, for guardian (as parent)
-- _r0: Viewer.guardian
-- _l0: Guardian.guardianships
-- _r1: Guardianship.student
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from student _r1
                      where
                        (
                          _r1.id = _l0."student_id"
                          and _r1.id = any ($2::uuid[])
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."relation"::text || '","' || _l0."status"::text || '","' || _l0."created_at"::text || '",' || coalesce('"' || _l0."recovered_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l0."decision_reason",
                        (
                          (
                            _l0.guardian_id = $3::uuid
                            and _l0.status = 'REJECTED'
                          )
                        ),
                        (_l0.guardian_id = $3::uuid),
                        _l0."code_ending",
                        (
                          case
                            when false then (
                              select stu.name
                              from student stu
                              where stu.id = _l0.student_id
                            )
                            when (
                              _l0.guardian_id = $3::uuid
                              and _l0.status = 'PENDING'
                            ) then (
                              select left(stu.name, 1) || repeat('*', greatest(length(stu.name) - 1, 1))
                              from student stu
                              where stu.id = _l0.student_id
                            )
                          end
                        )
                      )::text,
                      -1
                    )
                  ),
                  ','
                ) || ']'
              from
                (
                  select _l0.*
                  from guardianship _l0
                  where
                    (
                      _l0."guardian_id" = _r0.id
                      and (
                        _l0.guardian_id = $3::uuid
                        or _l0.student_id = any ($2::uuid[])
                      )
                      and true
                    )
                  order by
                    _l0."valid_from" desc,
                    _l0."id" desc
                  limit $4::int
                ) _l0
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select json_build_array(p.name, p.phone, p.phone_verified_at)
                  from person p
                  where p.id = _r0.person_id
                )
              )::text,
              -1
            )
          )
        from guardian _r0
        where
          (
            _r0.id = $5::uuid
            and (
              _r0.id = $3::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($6::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $7::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $7::date
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
-- _l0: Guardian.guardianships
-- _r1: Guardianship.student
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || coalesce(
      (
        select
          '[' || coalesce(
            (
              select
                '[' || string_agg(
                  '[' || coalesce(
                    (
                      select '["' || _r1."id"::text || '",' || right(json_build_array(_r1."name")::text, -1)
                      from student _r1
                      where
                        (
                          _r1.id = _l0."student_id"
                          and (
                            _r1.id = any ($2::uuid[])
                            or exists (
                              select 1
                              from class_membership m
                              where
                                m.student_id = _r1.id
                                and m.school_class_id = any ($3::uuid[])
                                and m.status = 'ACTIVE'
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _l0."id"::text || '","' || _l0."relation"::text || '","' || _l0."status"::text || '","' || _l0."created_at"::text || '",' || coalesce('"' || _l0."recovered_at"::text || '"', 'null') || ',' || right(
                      json_build_array(
                        _l0."decision_reason",
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
                                  gua.person_id = any ($5::uuid[])
                                  and own.student_id = _l0.student_id
                                  and own.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              )
                            )
                            or (
                              _l0.guardian_id = $4::uuid
                              and _l0.status = 'REJECTED'
                            )
                          )
                        ),
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
                                  gua.person_id = any ($5::uuid[])
                                  and own.student_id = _l0.student_id
                                  and own.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              )
                            )
                            or _l0.guardian_id = $4::uuid
                          )
                        ),
                        _l0."code_ending",
                        (
                          case
                            when (
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
                                  gua.person_id = any ($5::uuid[])
                                  and own.student_id = _l0.student_id
                                  and own.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              )
                            ) then (
                              select stu.name
                              from student stu
                              where stu.id = _l0.student_id
                            )
                            when (
                              _l0.guardian_id = $4::uuid
                              and _l0.status = 'PENDING'
                            ) then (
                              select left(stu.name, 1) || repeat('*', greatest(length(stu.name) - 1, 1))
                              from student stu
                              where stu.id = _l0.student_id
                            )
                          end
                        ),
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
                ) || ']'
              from
                (
                  select _l0.*
                  from guardianship _l0
                  where
                    (
                      _l0."guardian_id" = _r0.id
                      and (
                        _l0.guardian_id = $4::uuid
                        or (
                          _l0.student_id = any ($2::uuid[])
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
                      and true
                    )
                  order by
                    _l0."valid_from" desc,
                    _l0."id" desc
                  limit $6::int
                ) _l0
            ),
            'null'
          ) || ',' || (
            '"' || _r0."id"::text || '",' || right(
              json_build_array(
                (
                  select json_build_array(p.name, p.phone, p.phone_verified_at)
                  from person p
                  where p.id = _r0.person_id
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
                        tie.guardian_id = _r0.id
                        and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and (
                          stu.school_id = any ($7::uuid[])
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
          )
        from guardian _r0
        where
          (
            _r0.id = $8::uuid
            and (
              _r0.id = $4::uuid
              or _r0.id = any (
                array(
                  select tie.guardian_id
                  from
                    household_student hst
                    join household_guardian hgd on hgd.household_id = hst.household_id
                    join guardianship tie on tie.guardian_id = hgd.guardian_id
                    and tie.student_id = hst.student_id
                  where
                    hst.household_id = any ($9::uuid[])
                    and hst.student_id = any ($2::uuid[])
                    and tie.status = 'ACTIVE'
                    and tie.valid_from <= $10::date
                    and (
                      tie.valid_to is null
                      or tie.valid_to >= $10::date
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
                  and m.school_class_id = any ($3::uuid[])
                  and m.status = 'ACTIVE'
              )
            )
          )
      ),
      'null'
    ) || ']' || ']'
  end;
